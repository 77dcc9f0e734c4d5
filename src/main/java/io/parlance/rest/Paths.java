package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Where in the application a request goes, whatever the context root. */
public final class Paths {
    public static final String ADMIN_API = "/admin/api/v1";
    public static final String METRICS = "/metrics";
    private static final Pattern IMPORTS = Pattern.compile(ADMIN_API + "/tenants/[^/]+/imports/?");

    /** A part too long for a name, a number or a UUID written with hyphens. */
    private static final Pattern SECRET =
            Pattern.compile("/(?!\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?:/|$))[^/]{25,}");

    private Paths() {}

    /** The decoded path from the context root on, without path parameters, as the container matched it. */
    public static String within(HttpServletRequest request) {
        var info = request.getPathInfo();
        var path = request.getServletPath() + (info == null ? "" : info);
        return path.isEmpty() ? "/" : path;
    }

    /** The same as others may read it: without what may be a secret, such as the end of a link that lets its reader in. */
    public static String shown(HttpServletRequest request) {
        return withoutSecrets(within(request));
    }

    static String withoutSecrets(String path) {
        return SECRET.matcher(path).replaceAll("/***");
    }

    public static boolean isAdmin(String path) {
        return path.equals(ADMIN_API) || path.startsWith(ADMIN_API + "/");
    }

    /** Whether only administrators may be known there. */
    public static boolean isOperators(String path) {
        return isAdmin(path) || path.equals(METRICS);
    }

    /** Whether a request to the admin API brings a file to be imported. */
    static boolean isImport(String method, String path) {
        return method.equals("POST") && IMPORTS.matcher(path).matches();
    }

    /** Whether the path is the prefix or lies below it. */
    public static boolean isAt(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
