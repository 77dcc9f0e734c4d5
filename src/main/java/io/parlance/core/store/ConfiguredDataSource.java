package io.parlance.core.store;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the PostgreSQL named by {@code parlance.db.url}, {@code .user} and {@code .password}; the
 * container pools them. Public with a setter because the container makes it from a {@code @DataSourceDefinition}.
 */
public class ConfiguredDataSource implements DataSource {
    private static final String CONNECT_SECONDS = "10";
    /** How much longer than a statement a connection may stay silent before it counts as lost. */
    private static final int SILENT_SECONDS = 10;

    /** One of its own: the pool has no beans. */
    private final Configuration configuration = new Configuration();

    private final Driver driver = new org.postgresql.Driver();
    private int loginTimeoutSeconds;

    /** Ignored: WildFly refuses a definition without any property. */
    public void setProfile(String ignored) {}

    @Override
    public Connection getConnection() throws SQLException {
        return LastingConnection.by(this::open);
    }

    private Connection open() throws SQLException {
        configuration.refresh();
        var url = configuration.text(CoreKey.DB_URL);
        var properties = new Properties();
        properties.setProperty("user", configuration.text(CoreKey.DB_USER));
        properties.setProperty(
                "password", configuration.find(CoreKey.DB_PASSWORD).orElse(""));
        properties.setProperty("ApplicationName", "parlance");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        int statementSeconds = configuration.count(CoreKey.DB_STATEMENT_TIMEOUT);
        int socketSeconds = statementSeconds == 0 ? 0 : statementSeconds + SILENT_SECONDS;
        properties.setProperty("socketTimeout", Integer.toString(socketSeconds));
        properties.setProperty("options", "-c synchronous_commit=on -c statement_timeout=" + statementSeconds + "s");
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException(CoreKey.DB_URL.key() + " is no address of PostgreSQL");
        }
        return connection;
    }

    /** Payara calls this with empty arguments; the configured user counts. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeoutSeconds = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeoutSeconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
