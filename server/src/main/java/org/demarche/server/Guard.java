package org.demarche.server;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * What every request must pass: a Host that is ours (against DNS rebinding), an Origin that is ours, and beyond loopback a token. Every
 * answer forbids whatever a report could smuggle into a page.
 */
final class Guard {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final ServerOptions options;

    Guard(ServerOptions options) {
        this.options = options;
    }

    void check(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        String host = context.header("Host");
        if (host == null || !isOurs(host)) {
            throw new ForbiddenResponse("DEM-602 this Host is not served here");
        }
        String origin = context.header("Origin");
        if (origin != null && !origin.equals("null") && !isOurs(authority(origin))) {
            throw new ForbiddenResponse("DEM-603 this Origin may not ask here");
        }
        String token = options.token();
        if (token != null) {
            String given = context.header("Authorization");
            byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
            if (given == null || !MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
                context.header("WWW-Authenticate", "Bearer");
                throw new UnauthorizedResponse("DEM-604 a token is needed");
            }
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
