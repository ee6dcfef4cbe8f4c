// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.natives;

import ai.djl.engine.Engine;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;

/** A library whose native part may not load, for want of a file for this platform or of a library of the system. */
public enum NativeLibrary {
    XGBOOST(
            "XGBoost",
            "its jar has it for Linux, macOS and Windows; on Linux it needs glibc and libgomp (Debian: libgomp1)") {
        @Override
        void load() throws Exception {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
        }
    },
    PYTORCH(
            "PyTorch",
            "samples-native/pom.xml has it for Linux x86-64, macOS ARM and Windows x86-64; on Linux it needs glibc") {
        @Override
        void load() {
            Engine.getInstance();
        }
    };

    private final String title;
    private final String advice;

    NativeLibrary(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    /** Does something for which the native part is needed. */
    abstract void load() throws Exception;

    /** Returns why it does not load, or nothing if it does. */
    Optional<String> problem() {
        return problem(this::load)
                .map(cause -> "the native library of " + title + " does not load here (" + cause + "); " + advice);
    }

    /** Returns the innermost cause of a failure, or nothing if there is none. */
    static Optional<Throwable> problem(Loading loading) {
        try {
            loading.load();
            return Optional.empty();
        } catch (Exception | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause);
        }
    }

    /** Does something that may fail. */
    @FunctionalInterface
    interface Loading {
        void load() throws Exception;
    }
}
