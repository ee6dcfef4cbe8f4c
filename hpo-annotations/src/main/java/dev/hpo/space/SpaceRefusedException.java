// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.List;

/**
 * Thrown by the space of a type that the annotation processor has refused. The message holds every error that it has reported: some
 * compilers, such as Eclipse's, have no place to show them at.
 */
public final class SpaceRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String[] errors;

    /**
     * Creates an exception.
     *
     * @param type the qualified name of the configuration type
     * @param errors what the processor has reported
     */
    public SpaceRefusedException(String type, List<String> errors) {
        super("search space of " + type
                + " (refused by the annotation processor when it was compiled) must have no errors;"
                + " mend and compile again:"
                + String.join("", errors.stream().map("\n  "::concat).toList()));
        this.errors = errors.toArray(String[]::new);
    }

    /** Returns what the annotation processor has reported. */
    public List<String> errors() {
        return List.of(errors);
    }
}
