/**
 * The Travtus API ({@code https://docs2.travtus.com}). A group is that API's community or portfolio; a review is a message
 * in the thread that holds all reviews of its group and source.
 */
@NullMarked
package io.parlance.dialect.travtus;

import org.jspecify.annotations.NullMarked;
