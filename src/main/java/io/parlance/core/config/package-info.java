/**
 * What an administrator may set: every key with its default, unit and meaning, and the one way to read them. Knows MicroProfile
 * Config and nothing else of the product; a dialect adds keys of its own by the SPI.
 */
@NullMarked
package io.parlance.core.config;

import org.jspecify.annotations.NullMarked;
