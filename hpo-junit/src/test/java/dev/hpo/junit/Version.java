// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The version of JUnit Jupiter that runs the tests, which may be newer than the one they are compiled against. */
final class Version {

    private final String[] numbers = Optional.ofNullable(Test.class.getPackage().getImplementationVersion())
            .orElse("0.0")
            .split("\\D");

    boolean isAtLeast(int major, int minor) {
        int own = Integer.parseInt(numbers[0]);
        return own > major || (own == major && Integer.parseInt(numbers[1]) >= minor);
    }
}
