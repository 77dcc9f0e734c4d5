/**
 * The Mews Connector API ({@code https://docs.mews.com/connector-api}). An enterprise of that API is a group, a message thread
 * a thread that one application owns. The tokens are in the body, so this package asks the realm after parsing.
 */
@NullMarked
package io.parlance.dialect.mews;

import org.jspecify.annotations.NullMarked;
