package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether this Java is one that Parlance is tested with. */
@ApplicationScoped
class JavaVersionCheck implements LocalCheck {
    private static final int OLDEST = 17;
    private static final int NEWEST = 25;

    @Override
    public String name() {
        return "java-version";
    }

    @Override
    public Finding run() {
        return judge(Runtime.version().feature(), Runtime.version().toString());
    }

    static Finding judge(int feature, String version) {
        return feature >= OLDEST && feature <= NEWEST
                ? Finding.ok("Java is " + version + ".")
                : Finding.warning(
                        "Java is " + version + ", which Parlance was not tested with.",
                        "Run the server with Java " + OLDEST + " to " + NEWEST + ".");
    }
}
