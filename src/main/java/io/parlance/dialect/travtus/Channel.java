package io.parlance.dialect.travtus;

/**
 * A kind of message: the value of {@code channel}, and at the same time the name of the object that holds what only this
 * channel has.
 */
interface Channel {
    /** For messages that name no provider. */
    String UNKNOWN = "unknown";

    String name();

    /** Reads the object; everything that is wrong with it is noted there, and what is answered then counts for nothing. */
    Content read(ChannelObject object, Envelope envelope);
}
