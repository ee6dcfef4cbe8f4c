// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.annotations.SearchSpace;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a class file says of other classes, by their names with slashes. Read from its bytes, so that no class is loaded for it.
 *
 * @param parents its superclass and its interfaces
 * @param names all classes that it names, its nested ones and those around it among them
 * @param isSearchSpace whether it bears {@link SearchSpace}
 */
record ClassFile(List<String> parents, Set<String> names, boolean isSearchSpace) {

    private static final String SEARCH_SPACE = SearchSpace.class.descriptorString();
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;

    /** Reads a class file; one of a form that is not known yet names no class. */
    static ClassFile of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipNBytes(8);
            Constants constants = Constants.read(in);
            in.skipNBytes(4);
            List<String> parents = new ArrayList<>();
            constants.className(in.readUnsignedShort()).ifPresent(parents::add);
            int interfaces = in.readUnsignedShort();
            for (int i = 0; i < interfaces; i++) {
                constants.className(in.readUnsignedShort()).ifPresent(parents::add);
            }
            return new ClassFile(parents, constants.classNames(), constants.isAny(SEARCH_SPACE));
        } catch (IOException e) {
            return new ClassFile(List.of(), Set.of(), false);
        }
    }

    /** The constants of a class file by their indices, as far as they matter here. */
    private static final class Constants {

        private final int count;
        private final Map<Integer, String> texts = new HashMap<>();

        /** Of classes the indices of their names. */
        private final Map<Integer, Integer> classes = new HashMap<>();

        private Constants(int count) {
            this.count = count;
        }

        static Constants read(DataInputStream in) throws IOException {
            Constants constants = new Constants(in.readUnsignedShort());
            int index = 1;
            while (index < constants.count) {
                index += constants.read(index, in);
            }
            return constants;
        }

        /** Reads a constant, and returns how many indices it has. */
        private int read(int index, DataInputStream in) throws IOException {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.put(index, in.readUTF());
            } else if (tag == CLASS) {
                classes.put(index, in.readUnsignedShort());
            } else {
                in.skipNBytes(length(tag));
            }
            return tag == LONG || tag == DOUBLE ? 2 : 1;
        }

        private static int length(int tag) throws IOException {
            return switch (tag) {
                case 8, 16, 19, 20 -> 2;
                case 15 -> 3;
                case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
                case LONG, DOUBLE -> 8;
                default -> throw new IOException("constant of kind " + tag);
            };
        }

        Optional<String> className(int index) {
            return Optional.ofNullable(classes.get(index)).flatMap(name -> Optional.ofNullable(texts.get(name)));
        }

        Set<String> classNames() {
            return classes.keySet().stream()
                    .flatMap(index -> className(index).stream())
                    .collect(Collectors.toSet());
        }

        boolean isAny(String text) {
            return texts.containsValue(text);
        }
    }
}
