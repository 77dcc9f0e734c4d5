package io.parlance.rest;

import io.parlance.core.access.Vault;
import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.idempotency.KeptAnswers;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;

/** Keeps the answers of {@link OncePerKey} operations, sealed: some hold secrets that are shown only once. */
@Interceptor
@OncePerKey
@Priority(Interceptor.Priority.APPLICATION)
public class OncePerKeyInterceptor {
    @Inject
    KeptAnswers keptAnswers;

    @Inject
    Vault vault;

    /** Carries what an operation throws through the transaction; none of them throws a checked exception. */
    private static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unexpected(Exception cause) {
            super(cause);
        }
    }

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        var request = Stream.of(operation.getParameters())
                .filter(HttpServletRequest.class::isInstance)
                .map(HttpServletRequest.class::cast)
                .findFirst()
                .orElseThrow();
        var method = operation.getMethod();
        var name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        var key = IdempotencyHeader.read(request, Callers.of(request), name);
        return key.isEmpty() ? operation.proceed() : once(key.get(), operation);
    }

    private Response once(IdempotencyKey key, InvocationContext operation) {
        var made = keptAnswers.keep(key, () -> vault.seal(WireAnswer.write((Response) proceed(operation))));
        if (made.isPresent()) {
            return WireAnswer.read(vault.open(made.get()));
        }
        return WireAnswer.replayed(vault.open(keptAnswers
                .find(key)
                .orElseThrow(() -> new IllegalStateException("the kept answer of " + key.operation() + " vanished"))));
    }

    private static Object proceed(InvocationContext operation) {
        try {
            return operation.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Unexpected(e);
        }
    }
}
