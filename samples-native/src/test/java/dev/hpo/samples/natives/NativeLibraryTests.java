// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeLibraryTests {

    @Test
    void libraryThatLoads_hasNoProblem() {
        assertThat(NativeLibrary.problem(() -> {})).isEmpty();
    }

    @Test
    void libraryThatDoesNotLoad_saysWhy() {
        Throwable missing = new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");
        assertThat(NativeLibrary.problem(() -> {
                    throw new ExceptionInInitializerError(missing);
                }))
                .containsSame(missing);
    }
}
