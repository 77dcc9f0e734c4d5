package io.parlance.core.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes a commit of PostgreSQL last, as the sessions of this server have it.
 *
 * @param synchronousCommit as PostgreSQL words it: {@code on}, {@code off}, {@code local}, {@code remote_write} or {@code
 *     remote_apply}
 */
public record Durability(boolean fsync, String synchronousCommit, boolean fullPageWrites) {
    /** The settings by which a message that was called stored may be lost in a crash, as {@code name=value}. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (!fsync) {
            faults.add("fsync=off");
        }
        if (!commitsWait()) {
            faults.add("synchronous_commit=off");
        }
        return faults;
    }

    /** Whether a commit waits for the disk; every value but {@code off} does. */
    public boolean commitsWait() {
        return !synchronousCommit.equals("off");
    }
}
