package org.demarche.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.demarche.Version;
import org.demarche.export.Row;
import org.demarche.export.Table;

/** Writes a table as one Parquet file: objects are groups, lists are three-level lists as the format's specification has them, everything may be null. */
public final class ParquetTable {
    private ParquetTable() {}

    /** Writes the rows; a file that is there is replaced. */
    public static void write(Table table, List<Row> rows, Path file) throws IOException {
        List<Field> fields = Schema.of(table);
        Files.deleteIfExists(file);
        try (ParquetWriter<Row> writer = new Builder(new LocalOutputFile(file), table, fields)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            for (Row row : rows) {
                writer.write(row);
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final Table table;
        private final List<Field> fields;

        Builder(OutputFile file, Table table, List<Field> fields) {
            super(file);
            this.table = table;
            this.fields = fields;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, so it must be here
        protected WriteSupport<Row> getWriteSupport(org.apache.hadoop.conf.Configuration unused) {
            return new Rows(table, fields);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration unused) {
            return new Rows(table, fields);
        }
    }

    private static final class Rows extends WriteSupport<Row> {
        private final Table table;
        private final List<Field> fields;
        private final RowWriter writer = new RowWriter();

        Rows(Table table, List<Field> fields) {
            this.table = table;
            this.fields = fields;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, so it must be here
        public WriteContext init(org.apache.hadoop.conf.Configuration unused) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return context();
        }

        private WriteContext context() {
            MessageType message = new MessageType(table.key(), types(fields));
            return new WriteContext(
                    message, Map.of("demarche.version", Version.program(), "demarche.table", table.key()));
        }

        @Override
        public void prepareForWrite(org.apache.parquet.io.api.RecordConsumer consumer) {
            writer.to(consumer);
        }

        @Override
        public void write(Row row) {
            writer.write(row, fields);
        }
    }

    static List<Type> types(List<Field> fields) {
        List<Type> out = new ArrayList<>();
        for (Field field : fields) {
            out.add(
                    field.isList()
                            ? Types.optionalList()
                                    .element(type(field, "element", Type.Repetition.OPTIONAL))
                                    .named(field.name())
                            : type(field, field.name(), Type.Repetition.OPTIONAL));
        }
        return out;
    }

    private static Type type(Field field, String name, Type.Repetition repetition) {
        return switch (field.kind()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case JSON ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.jsonType())
                        .named(name);
            case WHOLE -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case NUMBER -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case TRUTH -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case OBJECT -> new org.apache.parquet.schema.GroupType(repetition, name, types(field.fields()));
        };
    }
}
