package org.demarche;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Demarche this is. */
public final class Version {
    private Version() {}

    /** The version of the program as its build names it ({@code 0.1.0}). */
    public static String program() {
        return property("version");
    }

    /** The commit that a release was built from; for a program built in its own checkout what the launcher says; else {@code unknown}. */
    public static String commit() {
        String built = property("commit");
        return built.equals("unknown") ? System.getProperty("demarche.commit", built) : built;
    }

    private static String property(String name) {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty(name, "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
