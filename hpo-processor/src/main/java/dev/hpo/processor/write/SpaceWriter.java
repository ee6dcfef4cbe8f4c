// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.SpaceModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.apiguardian.api.API;

/** Writes the source of a generated search space: equal text for equal models, in ASCII. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SpaceWriter {

    private static final String INDENT = "    ";

    private SpaceWriter() {}

    /**
     * Returns the source of a file.
     *
     * @param isTypeOfPackage whether there is a type of a simple name in the package of the file
     * @throws HiddenTypeException if the source would have no name for a type
     */
    public static String source(SpaceFile file, Predicate<String> isTypeOfPackage) {
        SpaceModel space = file.space();
        Set<String> declared = new HashSet<>();
        classes(file).forEach(path -> declared.add(path.get(path.size() - 1)));
        TypeNames names = new TypeNames(space.type().packageName(), declared, isTypeOfPackage);
        TypeSpec first = type(file, names);
        names.settle();
        TypeSpec type = names.areSimple() ? first : type(file, names);
        return Ascii.escaped(JavaFile.builder(space.type().packageName(), type)
                .addFileComment("Generated from $L; do not edit.", space.type().display())
                .indent(INDENT)
                .build()
                .toString());
    }

    /** Returns the names of the classes in a file, in their package, as class files have them. */
    public static List<String> classNames(SpaceFile file) {
        return classes(file).map(path -> String.join("$", path)).toList();
    }

    private static Stream<List<String>> classes(SpaceFile file) {
        return SpaceCode.classes(file.space(), List.of(file.space().type().spaceName()));
    }

    private static TypeSpec type(SpaceFile file, TypeNames names) {
        SpaceModel space = file.space();
        TypeSpec.Builder type = new SpaceCode(space, space.type().spaceName(), null, names)
                .root()
                .addAnnotation(names.of(RuntimeTypes.GENERATED_SPACE));
        if (file.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (file.touchesDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(names.of(RuntimeTypes.SUPPRESS_WARNINGS))
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        return type.build();
    }
}
