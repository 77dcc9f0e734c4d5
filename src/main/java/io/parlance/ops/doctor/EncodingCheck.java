package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Whether Java writes its logs as UTF-8, and in which time zone. */
@ApplicationScoped
class EncodingCheck implements LocalCheck {
    @Override
    public String name() {
        return "encoding-and-time-zone";
    }

    @Override
    public Finding run() {
        return judge(Charset.defaultCharset(), ZoneId.systemDefault());
    }

    static Finding judge(Charset encoding, ZoneId zone) {
        var text = "Java's encoding is " + encoding + ", its time zone " + zone + ".";
        return encoding.equals(StandardCharsets.UTF_8)
                ? Finding.ok(text + " Times are stored and answered in UTC, whatever the zone.")
                : Finding.warning(
                        text + " Logs and names of files lose what it cannot hold.",
                        "Start Java with -Dfile.encoding=UTF-8, in an environment with LANG=C.UTF-8.");
    }
}
