package org.demarche.server;

import org.jspecify.annotations.Nullable;

/**
 * Where the page is served.
 *
 * @param host address to listen on; only loopback goes without a token
 * @param port TCP port, or 0 for any free one
 * @param token what a client must bring beyond loopback ({@code Authorization: Bearer}), or null on loopback
 */
public record ServerOptions(String host, int port, @Nullable String token) {
    public ServerOptions {
        if (!isLoopback(host) && (token == null || token.length() < 16)) {
            throw new IllegalArgumentException(
                    "DEM-601 serving on " + host + " needs a token of at least 16 characters (--token-file)");
        }
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
