package io.parlance.core.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/**
 * Hands out the small integers that some dialects document, unique in the installation. Each kind has a PostgreSQL sequence
 * that moves on by {@value #BLOCK}; a block is used up in memory, so numbers may have gaps but never repeat.
 */
@ApplicationScoped
public class Numbers {
    static final int BLOCK = 50;
    static final int MESSAGE_BLOCK = 1000;

    @Inject
    Sql sql;

    private final Block users = new Block("user_number", BLOCK);
    private final Block applications = new Block("application_number", BLOCK);
    private final Block groups = new Block("group_number", BLOCK);
    private final Block threads = new Block("thread_number", BLOCK);
    private final Block messages = new Block("message_number", MESSAGE_BLOCK);
    private final Block attachments = new Block("attachment_number", BLOCK);

    public long nextUser() {
        return next(users);
    }

    public long nextApplication() {
        return next(applications);
    }

    public long nextGroup() {
        return next(groups);
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

    /**
     * Never waits for a connection inside a lock: those who hold one in their transactions may be waiting for that lock. Two
     * who find the block used up at once fetch one each, and what is left of one is lost.
     */
    private long next(Block block) {
        var left = block.take();
        if (left.isPresent()) {
            return left.getAsLong();
        }
        long first = sql.one("select nextval('" + block.sequence + "')", row -> row.getLong(1))
                .orElseThrow();
        block.refill(first + 1, first + block.size);
        return first;
    }

    private static final class Block {
        private final String sequence;
        private final int size;
        private long next;
        private long end;

        private Block(String sequence, int size) {
            this.sequence = sequence;
            this.size = size;
        }

        private synchronized OptionalLong take() {
            return next < end ? OptionalLong.of(next++) : OptionalLong.empty();
        }

        private synchronized void refill(long from, long to) {
            next = from;
            end = to;
        }
    }
}
