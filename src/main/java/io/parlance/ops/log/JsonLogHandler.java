package io.parlance.ops.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes each record by one call, so that lines of several threads do not mix. */
final class JsonLogHandler extends Handler {
    private final OutputStream out;
    private final Runnable ifGone;
    private final JsonLine line = new JsonLine();
    private boolean gone;

    /**
     * A handler for one log.
     *
     * @param ifGone runs once if nothing can be written any more
     */
    JsonLogHandler(OutputStream out, Runnable ifGone) {
        this.out = out;
        this.ifGone = ifGone;
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            write(line.of(entry));
        }
    }

    private synchronized void write(byte[] bytes) {
        if (gone) {
            return;
        }
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            gone = true;
            ifGone.run();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
