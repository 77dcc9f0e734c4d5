package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operations that can be called without JAX-RS, and tells which requests may be: those that the annotations alone
 * decide, so that nobody sees a difference. Every other operation and request goes through JAX-RS.
 */
@ApplicationScoped
class DirectOperations {
    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/json;charset=utf-8");
    private static final Set<String> ACCEPTING =
            Set.of("*/*", "application/json", "application/json,*/*", "application/json,text/plain,*/*");

    @Inject
    @Any
    Instance<Object> beans;

    /** By path from the context root. */
    private Map<String, DirectOperation> operations = Map.of();

    /** Both servers register an application as a servlet that is named after its class. */
    void open(ServletContext context) {
        var found = new HashMap<String, DirectOperation>();
        for (var name : context.getServletRegistrations().keySet()) {
            application(name).ifPresent(type -> collect(type, found));
        }
        operations = Map.copyOf(found);
    }

    private static Optional<Class<? extends DialectApplication>> application(String name) {
        try {
            var type = Class.forName(name, false, DirectOperations.class.getClassLoader());
            return DialectApplication.class.isAssignableFrom(type) && type.isAnnotationPresent(ApplicationPath.class)
                    ? Optional.of(type.asSubclass(DialectApplication.class))
                    : Optional.empty();
        } catch (ClassNotFoundException otherServlet) {
            return Optional.empty();
        }
    }

    private void collect(Class<? extends DialectApplication> type, Map<String, DirectOperation> found) {
        var members = members(type);
        var providers = DirectProviders.of(members);
        if (providers.isEmpty()) {
            return;
        }
        var prefix = type.getAnnotation(ApplicationPath.class).value();
        for (var member : members) {
            if (member.isAnnotationPresent(Path.class) && member.isAnnotationPresent(ApplicationScoped.class)) {
                var resource = beans.select(member).get();
                for (var method : member.getMethods()) {
                    DirectOperation.of(method, resource, providers.get())
                            .ifPresent(operation -> found.put(path(prefix, member, method), operation));
                }
            }
        }
    }

    private static List<Class<?>> members(Class<? extends DialectApplication> type) {
        try {
            return List.copyOf(type.getDeclaredConstructor().newInstance().members());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }

    /** {@code /messages} and {@code /} are {@code /messages/}. */
    private static String path(String prefix, Class<?> resource, Method method) {
        var path = "/" + prefix + "/" + resource.getAnnotation(Path.class).value();
        var own = method.getAnnotation(Path.class);
        return (own == null ? path : path + "/" + own.value()).replaceAll("/+", "/");
    }

    /**
     * The operation, where the request is an everyday one: it names the path in plain letters, JSON in UTF-8 comes, JSON may be
     * answered.
     */
    Optional<DirectOperation> find(String path, HttpServletRequest request) {
        var operation = operations.get(path);
        return operation != null
                        && request.getMethod().equals("POST")
                        && isPlain(path, request)
                        && isOneOf(JSON_TYPES, request.getContentType(), false)
                        && isOneOf(ACCEPTING, request.getHeader("Accept"), true)
                        && request.getHeader("Content-Encoding") == null
                ? Optional.of(operation)
                : Optional.empty();
    }

    /** Without escapes and path parameters. */
    private static boolean isPlain(String path, HttpServletRequest request) {
        var sent = request.getRequestURI();
        return sent.endsWith(path) && sent.length() == request.getContextPath().length() + path.length();
    }

    private static boolean isOneOf(Set<String> values, @Nullable String header, boolean absent) {
        return header == null
                ? absent
                : values.contains(header)
                        || values.contains(header.replace(" ", "").toLowerCase(Locale.ROOT));
    }
}
