package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
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
        var mapper = mapper(members);
        if (mapper.isEmpty()) {
            return;
        }
        var prefix = type.getAnnotation(ApplicationPath.class).value();
        for (var member : members) {
            var path = member.getAnnotation(Path.class);
            if (path != null && member.isAnnotationPresent(ApplicationScoped.class)) {
                for (var method : member.getMethods()) {
                    DirectOperation.of(method, beans.select(member).get(), mapper.get())
                            .ifPresent(operation -> found.put(joined(prefix, path.value()), operation));
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

    /** The error mapper of an application that has no other provider; a mapper that is given more than the request is none. */
    private static Optional<Class<? extends ErrorMapper>> mapper(List<Class<?>> members) {
        var providers = members.stream()
                .filter(member -> !member.isAnnotationPresent(Path.class))
                .toList();
        if (providers.size() != 1 || !ErrorMapper.class.isAssignableFrom(providers.get(0))) {
            return Optional.empty();
        }
        var mapper = providers.get(0).asSubclass(ErrorMapper.class);
        return mapper.getDeclaredFields().length == 0 ? Optional.of(mapper) : Optional.empty();
    }

    /** {@code /messages} and {@code /} are {@code /messages/}. */
    private static String joined(String prefix, String path) {
        return ("/" + prefix + "/" + path).replaceAll("/+", "/");
    }

    /** The operation, where the request is an everyday one: JSON in UTF-8 comes, JSON may be answered. */
    Optional<DirectOperation> find(String path, HttpServletRequest request) {
        var operation = operations.get(path);
        return operation != null
                        && request.getMethod().equals("POST")
                        && isOneOf(JSON_TYPES, request.getContentType(), false)
                        && isOneOf(ACCEPTING, request.getHeader("Accept"), true)
                        && request.getHeader("Content-Encoding") == null
                ? Optional.of(operation)
                : Optional.empty();
    }

    private static boolean isOneOf(Set<String> values, @Nullable String header, boolean absent) {
        return header == null
                ? absent
                : values.contains(header)
                        || values.contains(header.replace(" ", "").toLowerCase(Locale.ROOT));
    }
}
