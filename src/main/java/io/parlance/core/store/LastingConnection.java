package io.parlance.core.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * A connection that a pool may keep although PostgreSQL ended it: its next use outside a transaction opens another. WildFly's
 * pool never finds out that a connection of an application's own data source is gone, and would hand it out for ever. Inside
 * a transaction the end is final, so that no transaction loses its first half.
 */
final class LastingConnection implements InvocationHandler {
    /** Kept by the class because the container makes the data source, and its pool hides the connections. */
    private static final LongAdder OPEN = new LongAdder();

    private final Opener opener;
    private Connection current;
    private boolean inTransaction;
    private boolean closed;

    /** Opens a connection to PostgreSQL. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    private LastingConnection(Opener opener) throws SQLException {
        this.opener = opener;
        this.current = opener.open();
        OPEN.increment();
    }

    /** How many there are in this deployment. */
    static long open() {
        return OPEN.sum();
    }

    static Connection by(Opener opener) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                LastingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LastingConnection(opener));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString", "isClosed" -> call(method, arguments);
            case "close", "abort" -> {
                if (!closed) {
                    closed = true;
                    OPEN.decrement();
                }
                yield call(method, arguments);
            }
            case "setAutoCommit" -> {
                boolean begins = arguments != null && Boolean.FALSE.equals(arguments[0]);
                renewIf(!begins || !inTransaction);
                call(method, arguments);
                inTransaction = begins;
                yield null;
            }
            case "createArrayOf" -> {
                renewIf(!inTransaction);
                yield arguments != null && arguments[1] instanceof UUID[] uuids
                        ? UuidArray.of(uuids, current.unwrap(BaseConnection.class))
                        : call(method, arguments);
            }
            default -> {
                renewIf(!inTransaction);
                yield call(method, arguments);
            }
        };
    }

    private void renewIf(boolean allowed) throws SQLException {
        if (allowed && !closed && current.isClosed()) {
            current = opener.open();
        }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(current, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
