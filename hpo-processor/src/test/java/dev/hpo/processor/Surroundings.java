// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * The types around a place in a source.
 *
 * @param types the declarations, the outermost first
 */
record Surroundings(List<ClassTree> types) {

    static Surroundings of(Path file, long line, long column) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of(), null, List.of(new SourceFile(file.toUri(), Cases.read(file))));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            long position = unit.getLineMap().getPosition(line, column);
            List<ClassTree> types = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    boolean isAround = positions.getStartPosition(unit, type) <= position
                            && position < positions.getEndPosition(unit, type);
                    if (isAround) {
                        types.add(type);
                    }
                    return super.visitClass(type, null);
                }
            }.scan(unit, null);
            return new Surroundings(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether Eclipse's compiler has no place for all that is there: of records it has none, nor of an enum's constants. */
    boolean areApproximate() {
        return innermost() == Tree.Kind.RECORD || innermost() == Tree.Kind.ENUM;
    }

    Tree.Kind innermost() {
        return types.get(types.size() - 1).getKind();
    }

    /** Returns whether Eclipse's compiler has no place for anything near: there are only records, with nothing but components. */
    boolean haveNoPlace() {
        return types.stream()
                .allMatch(type -> type.getKind() == Tree.Kind.RECORD
                        && type.getMembers().stream().noneMatch(Surroundings::hasPlace));
    }

    private static boolean hasPlace(Tree member) {
        if (member instanceof VariableTree variable) {
            return variable.getModifiers().getFlags().contains(Modifier.STATIC);
        }
        return member instanceof MethodTree || (member instanceof ClassTree && member.getKind() != Tree.Kind.RECORD);
    }
}
