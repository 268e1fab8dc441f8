package org.demarche.server;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells open pages that the ledger has changed and how far an ingest is. Safe for use by several threads. */
final class Live implements AutoCloseable {
    private static final int MOST_CLIENTS = 200;
    private static final int SECONDS = 3;

    private final Shelf shelf;
    private final List<SseClient> clients = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread thread = new Thread(r, "demarche-live");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String last = "";
    private volatile boolean reading;

    Live(Shelf shelf) {
        this.shelf = shelf;
        Future<?> looking = clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        if (looking.isDone()) {
            throw new IllegalStateException("the watch on the ledger did not start");
        }
    }

    void join(SseClient client) {
        if (clients.size() >= MOST_CLIENTS) {
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        Shelf.Copy copy = shelf.current();
        client.sendEvent("ledger", ledger(copy));
        if (!reading) {
            client.sendEvent("done", "{}"); // for a page that was drawn while something was read and has missed its end
        }
    }

    private void look() {
        if (clients.isEmpty()) {
            return;
        }
        try {
            Shelf.Copy copy = shelf.current();
            if (!copy.version.equals(last)) {
                last = copy.version;
                send("ledger", ledger(copy));
            } else {
                clients.forEach(c -> c.sendComment("still here"));
            }
        } catch (RuntimeException fault) {
            send("fault", "{\"message\":\"the ledger cannot be read now\"}");
        }
    }

    private static String ledger(Shelf.Copy copy) {
        return String.format(
                Locale.ROOT,
                "{\"mark\":\"%s\",\"documents\":%d,\"events\":%d,\"decisions\":%d}",
                copy.version,
                copy.documents.size(),
                copy.dossier.events().size(),
                copy.log.size());
    }

    /** Sends to every open page. */
    void send(String event, String json) {
        reading = event.equals("progress") || reading && !event.equals("done");
        clients.removeIf(SseClient::terminated);
        clients.forEach(client -> client.sendEvent(event, json));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
