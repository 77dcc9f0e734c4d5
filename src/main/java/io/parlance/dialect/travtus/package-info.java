/**
 * The Travtus API ({@code https://docs2.travtus.com}). A group is that API's community or portfolio; a conversation of a
 * group is a thread, and so are all reviews of a group and source.
 */
@NullMarked
package io.parlance.dialect.travtus;

import org.jspecify.annotations.NullMarked;
