package org.demarche.server;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every request must pass: a Host that is ours (against DNS rebinding), an Origin that is ours, beyond loopback a token and a rate.
 * Every answer forbids whatever a report could smuggle into a page.
 */
final class Guard {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String SESSION = "demarche-session";
    private static final int MOST_SESSIONS = 1000;
    private static final int MOST_ADDRESSES = 10_000;
    private static final double A_SECOND = 50;
    private static final double AT_ONCE = 300;
    private static final double WRITE_COST = 10;

    private final ServerOptions options;
    private final Forms forms;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> sessions = Collections.synchronizedSet(Collections.newSetFromMap(bounded(MOST_SESSIONS)));
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(bounded(MOST_ADDRESSES));

    Guard(ServerOptions options, Forms forms) {
        this.options = options;
        this.forms = forms;
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What an address may still ask: it fills with time. */
    private static final class Bucket {
        private double left = AT_ONCE;
        private long at = System.nanoTime();

        synchronized boolean take(double cost) {
            long now = System.nanoTime();
            left = Math.min(AT_ONCE, left + (now - at) / 1e9 * A_SECOND);
            at = now;
            if (left < cost) {
                return false;
            }
            left -= cost;
            return true;
        }
    }

    void check(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        // Not "no-referrer", with which browsers send "Origin: null" along with our own forms.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        if (options.tls() != null) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        String host = context.header("Host");
        if (host == null || !isOurs(host)) {
            throw new ForbiddenResponse("DEM-602 this Host is not served here");
        }
        String origin = context.header("Origin");
        boolean isRead =
                context.method().name().equals("GET") || context.method().name().equals("HEAD");
        if (origin != null && !(origin.equals("null") && isRead) && !isOurs(authority(origin))) {
            throw new ForbiddenResponse("DEM-603 this Origin may not ask here");
        }
        String site = context.header("Sec-Fetch-Site");
        if (!isRead && site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new ForbiddenResponse("DEM-603 another site may not write here");
        }
        rate(context, isRead);
        String token = options.token();
        if (token != null && !isPublic(context.path()) && !isSignedIn(context, token)) {
            context.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse("DEM-604 a token is needed");
        }
    }

    private void rate(Context context, boolean isRead) {
        if (ServerOptions.isLoopback(options.host())) {
            return;
        }
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(context.ip(), k -> new Bucket());
        }
        if (!bucket.take(isRead ? 1 : WRITE_COST)) {
            context.header("Retry-After", "5");
            throw new HttpResponseException(429, "DEM-612 too many requests; wait a few seconds", Map.of());
        }
    }

    private static boolean isPublic(String path) {
        return path.equals("/signin") || path.equals("/healthz") || path.startsWith("/static/");
    }

    private boolean isSignedIn(Context context, String token) {
        String session = context.cookie(SESSION);
        if (session != null && sessions.contains(session)) {
            return true;
        }
        String given = context.header("Authorization");
        return given != null && same("Bearer " + token, given);
    }

    /** Lets a browser in that brings the token by the form. */
    boolean signIn(Context context, @Nullable String given) {
        String token = options.token();
        if (token == null || given == null || !same(token, given.strip())) {
            return false;
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.add(session);
        forms.set(context, SESSION, session, true, -1);
        return true;
    }

    /** Compared by their hashes, so that neither content nor length shows in the time it takes. */
    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(hash(wanted), hash(given));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isOurs(String authority) {
        String name = authority
                .toLowerCase(Locale.ROOT)
                .replaceFirst(":\\d{1,5}$", "")
                .replaceAll("^\\[|\\]$", "");
        return ServerOptions.isLoopback(name) || name.equals(options.host().toLowerCase(Locale.ROOT));
    }

    private static String authority(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
