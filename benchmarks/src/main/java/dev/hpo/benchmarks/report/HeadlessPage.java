// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.report;

import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in a headless Chromium, which prints what has become of it.
 *
 * @param browser the executable
 * @param profile a folder for what the browser keeps
 */
record HeadlessPage(Path browser, Path profile) {

    private static final Pattern READY = Pattern.compile("<html[^>]* data-ready=\"true\"[^>]* data-millis=\"(\\d+)\"");

    /** Opens a page, and returns how long it took until the page was ready, in seconds. */
    double secondsUntilReady(Path page) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + profile,
                        "--window-size=1280,900",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        Matcher ready = READY.matcher(shown);
        if (exit != 0 || !ready.find()) {
            throw new ProblemException("--chromium (" + browser + ") must show the page, but ended with " + exit
                    + " and " + shown.length() + " characters without its being ready");
        }
        return Long.parseLong(ready.group(1)) / 1e3;
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
