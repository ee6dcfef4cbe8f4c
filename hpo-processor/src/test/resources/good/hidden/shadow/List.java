package good.shadow;

class List {}
