package io.parlance.ops.log;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Parlance logs away from the server's own log, while this application is deployed, and writes it as lines of JSON
 * to the standard output of the process or to a file. The servers' own formatters would put each line into one of their own.
 */
@ApplicationScoped
public class JsonLog {
    private static final String ROOT = "io.parlance";
    private static final Map<String, Level> LEVELS = Map.of(
            "debug", Level.FINE,
            "info", Level.INFO,
            "warning", Level.WARNING,
            "error", Level.SEVERE);

    /** Kept, because the log manager forgets loggers that nobody else does. */
    private final Logger logger = Logger.getLogger(ROOT);

    @Inject
    Configuration configuration;

    private @Nullable JsonLogHandler handler;
    private @Nullable OutputStream out;
    private @Nullable Level levelBefore;

    /** Begins, if {@code parlance.log.format} says so; refuses to where the file cannot be written. */
    public void open() {
        levelBefore = logger.getLevel();
        logger.setLevel(LEVELS.get(configuration.text(CoreKey.LOG_LEVEL)));
        if (!configuration.text(CoreKey.LOG_FORMAT).equals("json")) {
            return;
        }
        out = destination();
        handler = new JsonLogHandler(out, () -> logger.setUseParentHandlers(true));
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    /** While the process ends, the log manager of the JDK takes all handlers away, before this application has stopped. */
    public void hold() {
        var own = handler;
        if (own != null && !List.of(logger.getHandlers()).contains(own)) {
            logger.addHandler(own);
        }
    }

    /** Ends, and leaves nothing of this application in the server's log manager. */
    public void close() {
        logger.setLevel(levelBefore);
        if (handler == null) {
            return;
        }
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        handler = null;
        closeFile();
    }

    /** The process's own standard output: the servers replace {@code System.out} by their log. */
    private OutputStream destination() {
        var file = configuration.find(CoreKey.LOG_FILE);
        if (file.isEmpty()) {
            return new FileOutputStream(FileDescriptor.out);
        }
        try {
            return new FileOutputStream(file.get(), true);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Parlance does not start: parlance.log.file " + file.get()
                            + " cannot be written; name a file in a directory that the server may write to.",
                    e);
        }
    }

    private void closeFile() {
        try {
            if (out != null && configuration.find(CoreKey.LOG_FILE).isPresent()) {
                out.close();
            }
        } catch (IOException e) {
            System.getLogger(ROOT).log(System.Logger.Level.DEBUG, "parlance.log.file was gone", e);
        }
    }
}
