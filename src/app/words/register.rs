//! Words for registering a matter, and of the slip.

use super::table::table;

table! {
    /// Registering a matter, and the slip.
    RegisterWords {
        step: "第 {} 步，共 3 步", "第 {} 步，共 3 步", "Step {} of 3";
        next: "下一步", "下一步", "Continue";
        matter: "事项", "事項", "Matter";
        details_title: "有什么要补充的吗？", "有什麼要補充的嗎？", "Is there anything to add?";
        details_label: "情况说明", "情況說明", "What happened";
        details_hint: "说明时间、地点、希望怎么解决，接手的人就不用再问一遍。没有可以不写。", "說明時間、地點、希望怎麼解決，接手的人就不用再問一遍。沒有可以不寫。", "When, where, and what you hope for: then nobody has to ask you again. You may leave it empty.";
        who_title: "怎么联系您？", "怎麼聯絡您？", "How do we reach you?";
        named: "留下姓名和电话", "留下姓名和電話", "With name and telephone";
        named_text: "办理中可以联系到您", "辦理中可以聯絡到您", "We can reach you while it is handled";
        anonymous: "匿名反映", "匿名反映", "Without a name";
        anonymous_text: "不记姓名和电话，凭受理号查进度", "不記姓名和電話，憑受理號查進度", "No name, no telephone; follow it by its number";
        anonymous_how: "要不要留名", "要不要留名", "With or without a name";
        name_label: "您的姓名", "您的姓名", "Your name";
        name_missing: "请告诉我们怎么称呼您。", "請告訴我們怎麼稱呼您。", "Please tell us your name.";
        phone_label: "手机或电话", "手機或電話", "Telephone";
        phone_hint: "没有电话可以不填，请保管好受理号。", "沒有電話可以不填，請保管好受理號。", "If you have none, leave it empty and keep your number safe.";
        phone_mobile: "手机号一般是 11 位，这里有 {} 位，请再看一下。", "手機號碼一般是 11 位，這裡有 {} 位，請再看一下。", "Mobile numbers have 11 digits; this one has {}. Please look again.";
        phone_odd: "这个号码看起来不完整，请再看一下。", "這個號碼看起來不完整，請再看一下。", "This number looks incomplete; please look again.";
        privacy: "姓名和电话只用来办这件事，保存在本单位的设备上，不作他用。", "姓名和電話只用來辦這件事，儲存在本單位的裝置上，不作他用。", "Name and telephone serve this matter alone; they are kept on this office’s devices and used for nothing else.";
        review_title: "请核对一遍", "請核對一遍", "Please check once more";
        review_name: "姓名", "姓名", "Name";
        review_phone: "电话", "電話", "Telephone";
        review_anonymous: "匿名，不记姓名和电话", "匿名，不記姓名和電話", "Anonymous, neither name nor telephone";
        review_details: "情况说明", "情況說明", "What happened";
        review_empty: "没有填写", "沒有填寫", "left empty";
        change: "修改", "修改", "Change";
        submit: "确认登记", "確認登記", "Register";
        sending: "正在保存…", "正在儲存…", "Saving…";
        done_title: "已经登记好了", "已經登記好了", "It is registered";
        done_lead: "您的受理号", "您的受理號", "Your number";
        done_spoken: "登记成功，您的受理号是 {}", "登記成功，您的受理號是 {}", "Registered. Your number is {}";
        keep_number: "请记下或拍下受理号，查进度时用。", "請記下或拍下受理號，查進度時用。", "Note it down or take a photo; you need it to follow the matter.";
        owner: "首问责任人", "首問責任人", "First-contact owner";
        owner_none: "将由值班负责人指定", "將由值班負責人指定", "The head on duty will name one";
        go_to: "请到", "請到", "Please go to";
        due_by: "办结期限", "辦結期限", "To be settled by";
        due_none: "以窗口告知为准", "以窗口告知為準", "As told at the window";
        bring: "请带上", "請帶上", "Please bring";
        why_owner: "依据", "依據", "Under";
        print: "打印凭条", "列印憑條", "Print the slip";
        finish: "完成", "完成", "Done";
        slip_title: "受理凭条", "受理憑條", "Registration slip";
        slip_time: "登记时间", "登記時間", "Registered";
        slip_scan: "扫码或凭受理号查进度", "掃碼或憑受理號查進度", "Scan or use the number to follow it";
        slip_complaint: "监督电话", "監督電話", "Complaints";
        slip_example: "示例单位，仅供试用", "示例單位，僅供試用", "Example office, for trial only";
        materials_slip: "材料清单", "材料清單", "List of papers";
    }
}
