package org.demarche.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the page is served.
 *
 * @param host address to listen on; only loopback goes without a token
 * @param port TCP port, or 0 for any free one
 * @param token what a client must bring beyond loopback ({@code Authorization: Bearer}, or by signing in), or null on loopback
 * @param tls certificate and key, or null to serve without TLS
 * @param proposals whether a program may propose corrections over MCP
 */
public record ServerOptions(
        String host,
        int port,
        @Nullable String token,
        @Nullable Tls tls,
        boolean proposals) {

    /**
     * Certificate and key.
     *
     * @param keystore a PKCS #12 file
     */
    public record Tls(Path keystore, String password) {
        @Override
        public String toString() {
            return "Tls[" + keystore + "]";
        }
    }

    public ServerOptions(String host, int port, @Nullable String token) {
        this(host, port, token, null, false);
    }

    public ServerOptions {
        if (!isLoopback(host) && (token == null || token.length() < 16)) {
            throw new IllegalArgumentException(
                    "DEM-601 serving on " + host + " needs a token of at least 16 characters (--token-file)");
        }
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Never with its secrets. */
    @Override
    public String toString() {
        return "ServerOptions[" + host + ":" + port + (token == null ? "" : ", token") + (tls == null ? "" : ", TLS")
                + "]";
    }
}
