package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** Whether the Java virtual machine has the memory it needs. */
@ApplicationScoped
class HeapCheck implements LocalCheck {
    private static final long LEAST = 240L << 20;
    private static final double NEARLY_ALL = 0.9;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Finding run() {
        long kept = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        return judge(Runtime.getRuntime().maxMemory(), kept);
    }

    static Finding judge(long most, long kept) {
        var text = "The heap may have " + Sizes.of(most) + "; after the last collection " + Sizes.of(kept)
                + " were in use.";
        if (kept > NEARLY_ALL * most) {
            return Finding.failed(
                    text, "Raise -Xmx; if it fills again, take a heap dump (jcmd PID GC.heap_dump) and report it.");
        }
        return most < LEAST
                ? Finding.warning(text + " Large bodies will be refused.", "Raise -Xmx to 512m or more.")
                : Finding.ok(text);
    }
}
