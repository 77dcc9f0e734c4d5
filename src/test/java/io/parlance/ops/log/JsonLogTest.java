package io.parlance.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.config.TestConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {
    @Test
    void writesItsLastLinesThoughTheLogManagerTookItsHandlerAway(@TempDir Path folder) throws IOException {
        var file = folder.resolve("log");
        var logger = Logger.getLogger("io.parlance");
        var handlersBefore = logger.getHandlers();
        var log = new JsonLog();
        log.configuration = TestConfiguration.of("parlance.log.file", file.toString());

        log.open();
        for (var handler : logger.getHandlers()) {
            logger.removeHandler(handler); // as the log manager does while the process ends
        }
        log.hold();
        log.hold();
        logger.info("the last");
        log.close();

        assertThat(Files.readAllLines(file)).hasSize(1).first().asString().contains("\"the last\"");
        assertThat(logger.getHandlers()).containsExactly(handlersBefore);
    }
}
