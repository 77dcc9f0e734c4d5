package io.parlance.bench.anchor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A row that the product stored, column by column: what an anchor writes has to be just like it. */
record Row(String table, List<Column> columns) {
    /**
     * A column of the row.
     *
     * @param type as PostgreSQL calls it, such as {@code timestamptz}
     */
    record Column(String name, String type, Object value) {}

    /** The first row of a query over one table; columns without a value are left out. */
    static Row first(Connection connection, String table, String condition) throws SQLException {
        var query = "select * from " + table + " where " + condition + " limit 1";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("nothing is stored yet: " + query);
            }
            return new Row(table, columns(rows));
        }
    }

    private static List<Column> columns(ResultSet row) throws SQLException {
        var columns = new ArrayList<Column>();
        var meta = row.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            var value = row.getObject(i);
            if (value != null) {
                columns.add(new Column(meta.getColumnName(i), meta.getColumnTypeName(i), value));
            }
        }
        return columns;
    }
}
