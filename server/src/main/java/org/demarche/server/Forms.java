package org.demarche.server;

import static j2html.TagCreator.input;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Forms that only our own pages can send: each carries a seal over a cookie that other sites can neither read nor send along
 * ({@code SameSite=Strict}).
 */
final class Forms {
    static final String FIELD = "seal";
    private static final String COOKIE = "demarche-form";
    private static final String AUTHOR = "demarche-by";
    private static final String MAC = "HmacSHA256";

    private final byte[] key = new byte[32];
    private final SecureRandom random = new SecureRandom();
    private final boolean secure;

    Forms(boolean secure) {
        this.secure = secure;
        random.nextBytes(key);
    }

    /** The hidden field of a form on this answer; sets the cookie where there is none. */
    DomContent seal(Context context) {
        return input().withType("hidden").withName(FIELD).withValue(value(context));
    }

    /** The seal itself, for scripts of the page. */
    String value(Context context) {
        String cookie = context.cookie(COOKIE);
        if (cookie == null || !cookie.matches("[A-Za-z0-9_-]{20,64}")) {
            @Nullable String made = context.attribute(COOKIE);
            if (made == null) {
                byte[] bytes = new byte[24];
                random.nextBytes(bytes);
                made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                context.attribute(COOKIE, made);
                set(context, COOKIE, made, true, -1);
            }
            cookie = made;
        }
        return sealed(cookie);
    }

    /** Turns away what does not come from a form of ours. */
    void check(Context context) {
        String cookie = context.cookie(COOKIE);
        String header = context.header("X-Demarche-Seal");
        String given = header == null ? context.formParam(FIELD) : header;
        boolean holds = cookie != null
                && given != null
                && MessageDigest.isEqual(
                        sealed(cookie).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
        if (!holds) {
            throw new ForbiddenResponse("DEM-609 this form is not from this page, or too old: load the page again");
        }
    }

    /** Who decides, as said before. */
    String author(Context context) {
        String by = context.cookie(AUTHOR);
        return by == null ? "" : new String(Base64.getUrlDecoder().decode(plain(by)), StandardCharsets.UTF_8);
    }

    void remember(Context context, String author) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(author.getBytes(StandardCharsets.UTF_8));
        set(context, AUTHOR, value, true, 60 * 60 * 24 * 90);
    }

    private static String plain(String value) {
        return value.matches("[A-Za-z0-9_-]{0,400}") && value.length() % 4 != 1 ? value : "";
    }

    void set(Context context, String name, String value, boolean httpOnly, int seconds) {
        context.cookie(new Cookie(name, value, "/", seconds, secure, httpOnly, null, SameSite.STRICT));
    }

    private String sealed(String cookie) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(cookie.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
