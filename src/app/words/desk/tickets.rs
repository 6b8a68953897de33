//! The list of tickets.

use crate::app::words::table::table;

table! {
    /// The list of tickets.
    TicketsWords {
        title: "办件", "辦件", "Tickets";
        new: "登记新事项", "登記新事項", "Register a matter";
        shelves: "分类", "分類", "Shelves";
        open: "在办", "在辦", "Open";
        incoming: "待接收", "待接收", "Incoming";
        late: "已超时", "已超時", "Late";
        closed: "已办结", "已辦結", "Closed";
        all: "全部", "全部", "All";
        whose: "看谁的", "看誰的", "Whose";
        mine: "我的", "我的", "Mine";
        department: "本部门", "本部門", "Department";
        everyone: "全单位", "全單位", "Everyone";
        search: "查受理号、姓名、电话末四位、事项", "查受理號、姓名、電話末四位、事項", "Number, name, phone ending, matter";
        clear: "清除查找", "清除查找", "Clear the search";
        conflict: "有矛盾，待裁定", "有矛盾，待裁定", "Acts contradict: to be settled";
        anonymous: "匿名", "匿名", "Anonymous";
        keys: "用上下方向键和翻页键移动，回车打开，直接打字就查找", "用上下方向鍵和翻頁鍵移動，Enter 打開，直接打字就查找", "Arrow and page keys move, Enter opens, typing searches";
        list: "办件列表", "辦件列表", "List of tickets";
        narrow: "筛选和排序", "篩選和排序", "Filter and sort";
        narrowed: "已筛选", "已篩選", "filtered";
        part: "我是", "我是", "I am";
        part_any: "有关的人", "有關的人", "concerned in any way";
        part_owner: "首问责任人", "首問責任人", "the owner";
        part_handler: "承办人", "承辦人", "the handler";
        part_answerable: "负责到底者", "負責到底者", "answerable now";
        state: "状态", "狀態", "State";
        any_state: "不限状态", "不限狀態", "Any";
        of_department: "部门", "部門", "Department";
        any_department: "不限部门", "不限部門", "Any";
        of_system: "制度", "制度", "System";
        any_system: "不限制度", "不限制度", "Any";
        due_from: "期限不早于", "期限不早於", "Due from";
        due_to: "期限不晚于", "期限不晚於", "Due until";
        sort: "排序", "排序", "Order";
        sort_own: "按分类常用", "按分類常用", "The shelf’s own";
        sort_due: "按期限", "按期限", "By what is due";
        sort_registered: "新登记的在前", "新登記的在前", "Latest registered first";
        sort_touched: "新变动的在前", "新變動的在前", "Latest changed first";
        widen: "清除筛选", "清除篩選", "Clear the filters";
        empty_narrowed: "没有符合筛选的件", "沒有符合篩選的件", "Nothing passes the filters";
        empty_narrowed_hint: "放宽一个条件再看看。", "放寬一個條件再看看。", "Widen one of them.";
        empty_open: "手上没有在办的件", "手上沒有在辦的件", "Nothing open";
        empty_open_hint: "有人来问，就从登记开始。", "有人來問，就從登記開始。", "When someone comes, start by registering.";
        empty_incoming: "没有等着接收的件", "沒有等著接收的件", "Nothing waits to be accepted";
        empty_incoming_hint: "别处转来的件先到这里，接收之后才算交到您手上。", "別處轉來的件先到這裡，接收之後才算交到您手上。", "What others pass on arrives here first; it is yours once accepted.";
        empty_late: "没有超时的件", "沒有超時的件", "Nothing is late";
        empty_late_hint: "都在期限之内，放心。", "都在期限之內，放心。", "Everything is within its limit.";
        empty_closed: "还没有办结的件", "還沒有辦結的件", "Nothing closed yet";
        empty_closed_hint: "办结的件收在这里，随时可以查。", "辦結的件收在這裡，隨時可以查。", "What is closed is kept here to look up.";
        empty_all: "这台设备上还没有办件", "這台裝置上還沒有辦件", "No tickets on this device yet";
        empty_all_hint: "登记第一件，或者导入别的设备给的文件。", "登記第一件，或者匯入別的裝置給的檔案。", "Register the first, or import a file from another device.";
        empty_words_hint: "看看受理号有没有打错，或者换到“全部”“全单位”再查。", "看看受理號有沒有打錯，或者換到「全部」「全單位」再查。", "Check the number, or look in “All” and “Everyone”.";
        import: "导入文件", "匯入檔案", "Import a file";
        pick: "选一件来看", "選一件來看", "Choose a ticket";
        pick_hint: "在左边选一件，这里就显示它的来龙去脉和该做的事。", "在左邊選一件，這裡就顯示它的來龍去脈和該做的事。", "Choose one on the left; here you see its story and what to do.";
        => rows(n): "共 {n} 件", "共 {n} 件", "{n} in all";
        => place(n, all): "第 {n} 件，共 {all} 件", "第 {n} 件，共 {all} 件", "{n} of {all}";
        => next(duty): "接下来：{duty}", "接下來：{duty}", "Next: {duty}";
        => empty_words(words): "没有找到“{words}”", "沒有找到「{words}」", "Nothing found for “{words}”";
    }
}
