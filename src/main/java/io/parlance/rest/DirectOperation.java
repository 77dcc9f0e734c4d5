package io.parlance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A resource method that is called without JAX-RS: a POST of JSON to a fixed path that is answered when the stage it returns
 * completes. Its failures are worded by its application's error mapper.
 */
final class DirectOperation {
    /** Annotations of a method or its class that change nothing here, or what is expected. */
    private static final Set<Class<? extends Annotation>> UNDERSTOOD =
            Set.of(POST.class, Path.class, Consumes.class, Produces.class, Public.class, ApplicationScoped.class);

    private final Object resource;
    private final Method method;
    private final Class<?>[] parameters;
    private final DirectProviders providers;
    private final boolean callerRequired;

    private DirectOperation(Object resource, Method method, DirectProviders providers) {
        this.resource = resource;
        this.method = method;
        this.parameters = method.getParameterTypes();
        this.providers = providers;
        this.callerRequired = !method.isAnnotationPresent(Public.class)
                && !method.getDeclaringClass().isAnnotationPresent(Public.class);
    }

    /** The operation, if the method is one that can be called so. */
    static Optional<DirectOperation> of(Method method, Object resource, DirectProviders providers) {
        return method.isAnnotationPresent(POST.class)
                        && method.getReturnType() == CompletionStage.class
                        && Arrays.stream(method.getAnnotations()).allMatch(DirectOperation::isUnderstood)
                        && Arrays.stream(method.getDeclaringClass().getAnnotations())
                                .allMatch(DirectOperation::isUnderstood)
                        && Arrays.stream(method.getParameters()).allMatch(DirectOperation::isUnderstood)
                ? Optional.of(new DirectOperation(resource, method, providers))
                : Optional.empty();
    }

    private static boolean isUnderstood(Annotation annotation) {
        return UNDERSTOOD.contains(annotation.annotationType());
    }

    private static boolean isUnderstood(Parameter parameter) {
        var type = parameter.getType();
        return parameter.isAnnotationPresent(Context.class)
                ? type == HttpServletRequest.class || type == HttpServletResponse.class
                : type == JsonNode.class && parameter.getAnnotations().length == 0;
    }

    /** Serves a request whose body is there; the answer may come later, from another thread. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CompletionStage<?> answer;
        try {
            if (callerRequired) {
                Callers.of(request);
            }
            answer = call(Json.read(request.getInputStream()), request, response);
        } catch (RuntimeException refused) {
            DirectAnswer.write(worded(refused, request), providers.headers(request), response);
            return;
        }
        var async = request.startAsync(request, response);
        async.setTimeout(0);
        answer.whenComplete((success, failure) -> answer(async, success, failure));
    }

    private void answer(AsyncContext async, @Nullable Object success, @Nullable Throwable failure) {
        var request = (HttpServletRequest) async.getRequest();
        var response = (HttpServletResponse) async.getResponse();
        try {
            var answer = success instanceof Response given ? given : worded(cause(failure), request);
            Passage.answered(request, answer.getStatus());
            DirectAnswer.write(answer, providers.headers(request), response);
        } catch (IOException gone) {
            RequestLog.unanswered(request, System.Logger.Level.DEBUG, gone);
        } catch (RuntimeException fault) {
            explain(fault, request, response);
        } finally {
            async.complete();
        }
    }

    /** Instead of an answer that could not be written. */
    private void explain(RuntimeException fault, HttpServletRequest request, HttpServletResponse response) {
        try {
            DirectAnswer.write(worded(fault, request), providers.headers(request), response);
        } catch (IOException | RuntimeException again) {
            RequestLog.unanswered(request, System.Logger.Level.ERROR, again);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static Throwable cause(@Nullable Throwable failure) {
        if (failure == null) {
            return new IllegalStateException("the operation gave no answer");
        }
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Response worded(Throwable failure, HttpServletRequest request) {
        return providers.mapper(request).toResponse(failure);
    }

    private CompletionStage<?> call(JsonNode body, HttpServletRequest request, HttpServletResponse response) {
        var arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = parameters[i] == JsonNode.class
                    ? body
                    : parameters[i] == HttpServletRequest.class ? request : response;
        }
        try {
            return (CompletionStage<?>) method.invoke(resource, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
