/** Access to PostgreSQL shared by the stores: one data source, one persistence unit, keyset pages, installation-wide numbers. */
@NullMarked
package io.parlance.core.store;

import org.jspecify.annotations.NullMarked;
