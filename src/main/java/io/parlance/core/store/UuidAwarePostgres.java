package io.parlance.core.store;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.jspecify.annotations.Nullable;

/** Binds an absent {@code uuid} as one, not as a text, which PostgreSQL refuses. Public because EclipseLink makes it. */
public class UuidAwarePostgres extends PostgreSQLPlatform {
    private static final long serialVersionUID = 1L;

    @Override
    public int getJDBCType(@Nullable Class<?> javaType) {
        return javaType == UUID.class ? Types.OTHER : super.getJDBCType(javaType);
    }
}
