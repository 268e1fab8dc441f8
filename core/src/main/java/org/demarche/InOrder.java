package org.demarche;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A map over a stream on several threads whose results come in the order of the input. Holds a few elements at a time. */
final class InOrder<A, B> implements Iterator<B> {
    private static final int AHEAD = 4;

    private final Stream<A> source;
    private final Iterator<A> input;
    private final Function<A, B> work;
    private final int window;
    private final ExecutorService pool;
    private final ArrayDeque<Future<B>> running = new ArrayDeque<>();

    InOrder(Stream<A> source, Function<A, B> work, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.source = source;
        this.input = source.iterator();
        this.work = work;
        this.window = threads * AHEAD;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "demarche-coder");
            thread.setDaemon(true);
            return thread;
        });
    }

    Stream<B> stream() {
        Spliterator<B> elements = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(elements, false).onClose(this::close);
    }

    @Override
    public boolean hasNext() {
        while (running.size() < window && input.hasNext()) {
            A element = input.next();
            running.add(pool.submit(() -> work.apply(element)));
        }
        if (running.isEmpty()) {
            close();
            return false;
        }
        return true;
    }

    @Override
    public B next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return running.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while documents were being coded", e);
        } catch (ExecutionException e) {
            close();
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException fault) {
                throw fault;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }

    private void close() {
        pool.shutdownNow();
        source.close();
    }
}
