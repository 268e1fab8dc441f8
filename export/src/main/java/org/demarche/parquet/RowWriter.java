package org.demarche.parquet;

import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.jspecify.annotations.Nullable;

/** Puts a row into a Parquet file, value by value. Not thread-safe. */
final class RowWriter {
    private @Nullable RecordConsumer consumer;

    void to(RecordConsumer other) {
        consumer = other;
    }

    void write(Row row, List<Field> fields) {
        RecordConsumer out = consumer;
        if (out == null) {
            throw new IllegalStateException("no file is open");
        }
        out.startMessage();
        members(out, row, fields);
        out.endMessage();
    }

    private static void members(RecordConsumer out, Row row, List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = row.get(field.name());
            if (value != null) {
                out.startField(field.name(), i);
                if (field.isList()) {
                    list(out, field, value);
                } else {
                    value(out, field, value);
                }
                out.endField(field.name(), i);
            }
        }
    }

    private static void list(RecordConsumer out, Field field, Object value) {
        if (!(value instanceof Iterable<?> values)) {
            throw new IllegalArgumentException(field.name() + " is no list: " + value);
        }
        out.startGroup();
        if (values.iterator().hasNext()) {
            out.startField("list", 0);
            for (Object element : values) {
                out.startGroup();
                if (element != null) {
                    out.startField("element", 0);
                    value(out, field, element);
                    out.endField("element", 0);
                }
                out.endGroup();
            }
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private static void value(RecordConsumer out, Field field, Object value) {
        switch (field.kind()) {
            case TEXT -> out.addBinary(Binary.fromString(value.toString()));
            case JSON -> out.addBinary(Binary.fromString(JsonLines.value(value)));
            case WHOLE -> out.addLong(number(field, value).longValue());
            case NUMBER -> out.addDouble(number(field, value).doubleValue());
            case TRUTH -> out.addBoolean(Boolean.TRUE.equals(value));
            case OBJECT -> {
                if (!(value instanceof Row row)) {
                    throw new IllegalArgumentException(field.name() + " is no object: " + value);
                }
                out.startGroup();
                members(out, row, field.fields());
                out.endGroup();
            }
        }
    }

    private static Number number(Field field, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(field.name() + " is no number: " + value);
    }
}
