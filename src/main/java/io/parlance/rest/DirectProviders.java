package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the providers of an application mean for requests that do not pass JAX-RS.
 *
 * @param mapper words failures; one that is given more than the request cannot be used here
 * @param headers are set on every answer
 */
record DirectProviders(Class<? extends ErrorMapper> mapper, List<AnswerHeaders> headers) {
    /** Empty where a provider does more than can be done without JAX-RS. */
    static Optional<DirectProviders> of(List<Class<?>> members) {
        var providers = members.stream()
                .filter(member -> !member.isAnnotationPresent(Path.class))
                .filter(member -> !member.isAnnotationPresent(PassesEveryday.class))
                .toList();
        var mappers = among(providers, ErrorMapper.class);
        var headers = among(providers, AnswerHeaders.class);
        boolean understood = mappers.size() + headers.size() == providers.size();
        return understood && mappers.size() == 1 && providers.stream().allMatch(DirectProviders::isGivenNothingMore)
                ? Optional.of(new DirectProviders(mappers.get(0), made(headers)))
                : Optional.empty();
    }

    /** Than its base class: nobody injects anything here. */
    private static boolean isGivenNothingMore(Class<?> provider) {
        return Arrays.stream(provider.getDeclaredFields()).allMatch(field -> Modifier.isStatic(field.getModifiers()));
    }

    private static <T> List<Class<? extends T>> among(List<Class<?>> providers, Class<T> kind) {
        return providers.stream()
                .filter(kind::isAssignableFrom)
                .<Class<? extends T>>map(provider -> provider.asSubclass(kind))
                .toList();
    }

    /** Headers for the answer to this request. */
    Map<String, String> headers(HttpServletRequest request) {
        if (headers.isEmpty()) {
            return Map.of();
        }
        var all = new HashMap<String, String>();
        headers.forEach(some -> all.putAll(some.of(request)));
        return all;
    }

    /** A mapper for one failure. */
    ErrorMapper mapper(HttpServletRequest request) {
        var words = make(mapper);
        words.request = request;
        return words;
    }

    private static List<AnswerHeaders> made(List<Class<? extends AnswerHeaders>> types) {
        return types.stream().<AnswerHeaders>map(DirectProviders::make).toList();
    }

    private static <T> T make(Class<T> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }
}
