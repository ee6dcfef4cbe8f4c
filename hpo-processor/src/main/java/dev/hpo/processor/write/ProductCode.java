// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.ProductModel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The code of the space of a record or class. */
final class ProductCode {

    /**
     * So many texts of a kind may be constants of their own, over all members. A constant takes eight bytes of the 65,535 that a
     * constructor has, where there are texts, former texts and former names, and a member up to 80 more.
     */
    private static final int ROOM = 1000;

    private static final int MOST_IN_A_LINE = 24;

    private final ProductModel product;
    private final SpaceCode code;
    private final TypeNames names;

    ProductCode(ProductModel product, SpaceCode code, TypeNames names) {
        this.product = product;
        this.code = code;
        this.names = names;
    }

    void write(SourceText source) {
        MemberCode members = new MemberCode(names, room(product.members().size()));
        for (MemberModel member : product.members()) {
            source.line("public final " + members.type(member.content()) + " " + member.field() + ";");
        }
        code.constructor(source, "");
        for (MemberModel member : product.members()) {
            source.line("this." + member.field() + " = " + members.initializer(member) + ";");
        }
        source.line("}");
        decode(source);
        encode(source);
        List<String> all = each(member -> "this." + member.field());
        code.listing(source, "protected", names.of(RuntimeTypes.MEMBER), "members", all);
        code.at(source);
        start(source);
    }

    static int room(int members) {
        return Math.max(1, Math.min(MOST_IN_A_LINE, ROOM / Math.max(1, members)));
    }

    private void decode(SourceText source) {
        String type = names.of(product.type());
        code.overriding(
                source, "public " + type + " decode(" + names.of(RuntimeTypes.CONFIGURATION) + " configuration)");
        if (product.construction() == ProductModel.Construction.RECORD) {
            source.list("return new " + type + "(", each(ProductCode::decoded), ");");
        } else {
            source.line(type + " instance = new " + type + "();");
            for (MemberModel member : product.members()) {
                String setter = member.access().setter();
                String target = setter.isEmpty() ? member.field() + " = " : setter + "(";
                source.line("instance." + target + decoded(member) + (setter.isEmpty() ? ";" : ");"));
            }
            source.line("return instance;");
        }
        source.line("}");
    }

    private static String decoded(MemberModel member) {
        String primitive = member.access().primitive();
        return (primitive.isEmpty() ? "" : "(" + primitive + ") ") + "this." + member.field()
                + ".decode(configuration)";
    }

    private void encode(SourceText source) {
        String sink = names.of(RuntimeTypes.CONFIGURATION_BUILDER);
        code.overriding(source, "public void encode(" + names.of(product.type()) + " instance, " + sink + " sink)");
        for (MemberModel member : product.members()) {
            source.line("sink.set(this." + member.field() + ", instance."
                    + member.access().read() + ");");
        }
        source.line("}");
    }

    private void start(SourceText source) {
        if (product.start() instanceof ProductModel.Start.None) {
            return;
        }
        String type = names.of(product.type());
        code.overriding(source, "public " + names.of(RuntimeTypes.START) + "<" + type + "> start()");
        if (product.start() instanceof ProductModel.Start.Method method) {
            source.line("return startOf(" + given(source, type, method.name()) + ");");
        } else {
            source.line("return startOfNew(" + type + "::new);");
        }
        source.line("}");
    }

    /** Returns what calls a static method of the type; a call on null is a statement of its own, for compilers warn of it. */
    private String given(SourceText source, String type, String method) {
        List<String> variables = Stream.concat(
                        Stream.of(SpaceCode.ROOT), product.members().stream().map(MemberModel::field))
                .toList();
        String call = names.callee(product.type(), variables) + "." + method + "()";
        if (!call.startsWith("(")) {
            return call;
        }
        source.line("@" + names.of(RuntimeTypes.SUPPRESS_WARNINGS) + "({\"all\", \"static\"})");
        source.line(type + " start = " + call + ";");
        return "start";
    }

    private List<String> each(Function<MemberModel, String> text) {
        return product.members().stream().map(text).toList();
    }
}
