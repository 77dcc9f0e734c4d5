package io.parlance.core.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hands out the small integers that some dialects document, unique in the installation. Each kind has a PostgreSQL sequence
 * that moves on by {@value #BLOCK}; a block is used up in memory, so numbers may have gaps but never repeat.
 */
@ApplicationScoped
public class Numbers {
    static final int BLOCK = 50;

    @Inject
    Sql sql;

    private final Block users = new Block("user_number");
    private final Block applications = new Block("application_number");
    private final Block threads = new Block("thread_number");
    private final Block messages = new Block("message_number");
    private final Block attachments = new Block("attachment_number");

    public long nextUser() {
        return next(users);
    }

    public long nextApplication() {
        return next(applications);
    }

    public long nextThread() {
        return next(threads);
    }

    public long nextMessage() {
        return next(messages);
    }

    public long nextAttachment() {
        return next(attachments);
    }

    private long next(Block block) {
        synchronized (block) {
            if (block.next == block.end) {
                block.next = sql.one("select nextval('" + block.sequence + "')", row -> row.getLong(1))
                        .orElseThrow();
                block.end = block.next + BLOCK;
            }
            return block.next++;
        }
    }

    private static final class Block {
        private final String sequence;
        private long next;
        private long end;

        private Block(String sequence) {
            this.sequence = sequence;
        }
    }
}
