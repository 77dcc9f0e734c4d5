package io.parlance.core.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the PostgreSQL named by {@code parlance.db.url}, {@code .user} and {@code .password}; the
 * container pools them. Public with a setter because the container makes it from a {@code @DataSourceDefinition}.
 */
public class ConfiguredDataSource implements DataSource {
    private static final String CONNECT_SECONDS = "10";
    /** How much longer than a statement a connection may stay silent before it counts as lost. */
    private static final int SILENT_SECONDS = 10;

    private static final String DEFAULT_URL = "jdbc:postgresql://127.0.0.1:5432/parlance";

    private final Driver driver = new org.postgresql.Driver();
    private int loginTimeoutSeconds;

    /** Ignored: WildFly refuses a definition without any property. */
    public void setProfile(String ignored) {}

    @Override
    public Connection getConnection() throws SQLException {
        return LastingConnection.by(this::open);
    }

    private Connection open() throws SQLException {
        Config config =
                ConfigProvider.getConfig(ConfiguredDataSource.class.getClassLoader()); // pools have threads without one
        var url = config.getOptionalValue("parlance.db.url", String.class).orElse(DEFAULT_URL);
        var properties = new Properties();
        properties.setProperty("user", value(config, "parlance.db.user", "parlance"));
        properties.setProperty("password", value(config, "parlance.db.password", ""));
        properties.setProperty("ApplicationName", "parlance");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        int statementSeconds = Integer.parseInt(value(config, "parlance.db.statement-timeout-seconds", "25"));
        int socketSeconds = statementSeconds == 0 ? 0 : statementSeconds + SILENT_SECONDS;
        properties.setProperty("socketTimeout", Integer.toString(socketSeconds));
        properties.setProperty("options", "-c synchronous_commit=on -c statement_timeout=" + statementSeconds + "s");
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("parlance.db.url must start with jdbc:postgresql:, was " + url);
        }
        return connection;
    }

    /** Payara calls this with empty arguments; the configured user counts. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private static String value(Config config, String key, String fallback) {
        return config.getOptionalValue(key, String.class).orElse(fallback);
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
