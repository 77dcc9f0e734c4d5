/**
 * The HighQ Collaborate Messages API ({@code https://developerportal.thomsonreuters.com}), in XML and JSON. A conversation is a
 * thread between people of the tenant; callers are people, never applications.
 */
@NullMarked
package io.parlance.dialect.highq;

import org.jspecify.annotations.NullMarked;
