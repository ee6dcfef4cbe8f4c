package good;

public record Second(boolean on) implements Expl {}
