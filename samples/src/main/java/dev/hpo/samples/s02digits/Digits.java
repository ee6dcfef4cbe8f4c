// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s02digits;

import dev.hpo.samples.network.Example;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * The 1797 handwritten digits of 8 by 8 pixels of the UCI Machine Learning Repository (Alpaydin and Kaynak, 1998, doi
 * 10.24432/C50P49, CC BY 4.0), shuffled and split 60 : 20 : 20.
 *
 * @param train the digits to learn from
 * @param validation the digits that tuning looks at
 * @param test the digits that nothing looks at until the end
 */
public record Digits(List<Example> train, List<Example> validation, List<Example> test) {
    public static final int PIXELS = 64;
    public static final int CLASSES = 10;
    private static final double WHITEST = 16;

    /** Reads the digits and splits them, always in the same way. */
    public static Digits load() {
        List<Example> all = read();
        Collections.shuffle(all, new Random(1797));
        int validation = Math.round(all.size() * 0.6f);
        int test = Math.round(all.size() * 0.8f);
        return new Digits(
                List.copyOf(all.subList(0, validation)),
                List.copyOf(all.subList(validation, test)),
                List.copyOf(all.subList(test, all.size())));
    }

    private static List<Example> read() {
        try (InputStream file = Objects.requireNonNull(Digits.class.getResourceAsStream("digits.csv.gz"));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            List<Example> digits = new ArrayList<>();
            lines.lines().map(Digits::parse).forEach(digits::add);
            return digits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // 64 pixels from 0 to 16, then the digit
    private static Example parse(String line) {
        double[] values = Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] pixels =
                Arrays.stream(values, 0, PIXELS).map(value -> value / WHITEST).toArray();
        return Example.ofClass(pixels, (int) values[PIXELS], CLASSES);
    }
}
