// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import org.apiguardian.api.API;

/** The type of a single value. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum ValueType {
    /** A {@code double}. */
    DOUBLE("double"),
    /** A {@code float}. */
    FLOAT("float"),
    /** An {@code int}. */
    INT("int"),
    /** A {@code long}. */
    LONG("long"),
    /** A {@code boolean}. */
    BOOLEAN("boolean"),
    /** A {@code String}. */
    STRING("String"),
    /** A constant of an enum. */
    ENUM("enum");

    private final String text;

    ValueType(String text) {
        this.text = text;
    }

    /** Returns whether the values are numbers with a fraction. */
    public boolean isReal() {
        return this == DOUBLE || this == FLOAT;
    }

    /** Returns whether the values are whole numbers. */
    public boolean isWhole() {
        return this == INT || this == LONG;
    }

    @Override
    public String toString() {
        return text;
    }
}
