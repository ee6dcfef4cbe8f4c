package good.shadow;

class Double {}
