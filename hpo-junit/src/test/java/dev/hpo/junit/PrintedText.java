// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is printed while a test runs, in place of the console. */
final class PrintedText implements BeforeEachCallback, AfterEachCallback {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream usual = System.out;

    @Override
    public void beforeEach(ExtensionContext context) {
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setOut(usual);
    }

    /** Forgets what was printed. */
    void reset() {
        bytes.reset();
    }

    List<String> lines() {
        return text().lines().toList();
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
