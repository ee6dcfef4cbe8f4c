// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the advice helps is what a project with a module shows, in consumer-tests. */
class ClosedPackageTests {

    private static final Module UNNAMED = ClosedPackageTests.class.getModule();
    private static final Module NAMED = Object.class.getModule();

    @Test
    void onTheClassPath_aPackageIsOpenedToAll() {
        assertThat(new ClosedPackage("com.acme", "com.acme.config", UNNAMED).advice())
                .isEqualTo("write \"opens com.acme.config;\" in the module-info.java of com.acme, or run the tests with"
                        + " --add-opens com.acme/com.acme.config=ALL-UNNAMED");
    }

    @Test
    void inAModule_itIsOpenedToThatOne() {
        assertThat(new ClosedPackage("com.acme", "com.acme.config", NAMED).advice())
                .isEqualTo(
                        "write \"opens com.acme.config to java.base;\" in the module-info.java of com.acme, or run the"
                                + " tests with --add-opens com.acme/com.acme.config=java.base");
    }

    @Test
    void packageOfAModuleIsClosed_andOneOfTheClassPathIsNot() {
        assertThat(ClosedPackage.isAround(Object.class)).isTrue();
        assertThat(ClosedPackage.isAround(ClosedPackageTests.class)).isFalse();
        assertThat(ClosedPackage.of(Object.class)).isEqualTo(new ClosedPackage("java.base", "java.lang", UNNAMED));
    }
}
