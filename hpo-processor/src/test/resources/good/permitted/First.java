package good;

public record First(boolean on) implements Expl {}
