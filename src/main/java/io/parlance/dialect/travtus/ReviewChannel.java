package io.parlance.dialect.travtus;

import io.parlance.core.message.Author;

/** Reviews. Nothing of a review is flagged as required but its id, by which it is updated. */
final class ReviewChannel implements Channel {
    static final String NAME = "review";

    private static final String ONLY_SOURCE = "google";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Content read(ChannelObject review, Envelope envelope) {
        var id = review.id("review_id");
        checkSource(review);
        var comment = review.optional("comment");
        review.keepOptional("title");
        review.keepNumber("rating");
        var createdAt = review.optionalTime("created_datetime");
        review.optionalTime("updated_datetime");
        var conversation = Conversation.reviews(envelope, ONLY_SOURCE);
        return new Content(ONLY_SOURCE, id, comment, createdAt, Author.of("reviewer", id), conversation);
    }

    /** The reference lists one source; a review that names none has that one. */
    private static void checkSource(ChannelObject review) {
        var source = review.optional("source");
        if (!source.isEmpty() && !source.equals(ONLY_SOURCE)) {
            review.refuse("source", Fields.notAChoice(review.member("source")));
        }
    }
}
